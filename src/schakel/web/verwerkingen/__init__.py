"""The register of processing on a chosen day, on screen and as a file."""
