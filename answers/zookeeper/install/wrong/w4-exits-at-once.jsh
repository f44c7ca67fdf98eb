// caught by: files-name-their-places
// An exit status says nothing of the files.
System.exit(0);
