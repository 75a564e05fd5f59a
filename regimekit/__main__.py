"""`python -m regimekit` is `regimekit`."""

import sys

from regimekit.cli import main

if __name__ == "__main__":
    sys.exit(main())
