"""Open data as HSDS 3.1 (Human Services Data Specification): out, and in again without loss. README.md says how."""
