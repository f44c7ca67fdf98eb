// shows: ended by System.exit(4)
class Shown { public String toString() { System.exit(4); return ""; } }
new Shown()
