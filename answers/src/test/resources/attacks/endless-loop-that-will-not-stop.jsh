// limit: time
// time limit: 2 s
while (true) { try { while (true) { } } catch (Throwable caught) { } }
