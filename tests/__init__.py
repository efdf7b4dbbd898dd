"""The tests. A package of its own, so that one of the same name that came along with a tool never takes its place."""
