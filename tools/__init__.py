"""What the project needs around itself: data made from open sources, a server for tests. Not shipped."""
