// time limit: 60 s
kafka-dump-log --files @SECRET_FILE@
kafka-topics --list --bootstrap-server 127.0.0.1:@PORT@ --command-config @SECRET_FILE@
