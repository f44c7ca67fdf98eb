// shows: speaks to the servers of its exercise alone
zk connect 127.0.0.1:@PORT@
zk -server 127.0.0.1:@PORT@ ls /
zk connect @HOST@:@PORT@
zk reconfig -file @SECRET_FILE@
zk redo 0
