"""The product on one machine: the same template, an emulator of AWS, the sandbox of the outside systems."""
