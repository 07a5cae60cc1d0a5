"""Running calls beside each other: concurrent.futures."""
