"""The rules as data, an application, and the assessment with its reasons."""
