"""Tables of others, whatever their columns are called, as records of HSDS: any CSV by a mapping, and HSDS 1."""
