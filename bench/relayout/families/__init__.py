"""The layouts, a module for each family."""
