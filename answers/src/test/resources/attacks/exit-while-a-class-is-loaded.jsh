// shows: ended by System.exit(3)
class Leaving { static { System.exit(3); } static int x = 1; }
Leaving.x
