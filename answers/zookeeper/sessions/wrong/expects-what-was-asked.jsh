// caught by: you-foretold-the-timeout
// The client asks, the server decides.
/predict timeout-granted $asked
/predict gone-after $asked
