@echo off
rem Starts the workbook on Windows: builds it when that is needed, then becomes the program. See README.md.
rem The archive that makes later starts quick is trained on Unix only so far.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "APP=%HOME_DIR%\repl\target\app"
set "STAMP=%APP%\built"

rem ---- a JDK
set "JDK="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" set "JDK=%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK for %%D in ("%%~dpJ..") do set "JDK=%%~fD"
if not defined JDK (
    echo quorumbook: no JDK 17 or newer was found in JAVA_HOME or on the PATH. 1>&2
    echo Get one from https://adoptium.net, set JAVA_HOME to its folder, then type quorumbook again. 1>&2
    exit /b 4
)
set "MAJOR="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%JDK%\release"') do for /f "delims=." %%M in (%%V) do set "MAJOR=%%M"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% LSS 17 (
    echo quorumbook: %JDK% is too old a Java; 17 or newer is needed. Get one from https://adoptium.net 1>&2
    exit /b 4
)

rem ---- the build
set "STALE=yes"
if exist "%STAMP%" if exist "%APP%\class-path" (
    set "STALE="
    for /f %%S in ('powershell -NoProfile -Command "$t=(Get-Item -LiteralPath $env:STAMP).LastWriteTime; Set-Location -LiteralPath $env:HOME_DIR; if (Get-ChildItem pom.xml,lessons/pom.xml,labs/pom.xml,repl/pom.xml,labs/servers/*/pom.xml,lessons/src/main,labs/src/main,repl/src/main -Recurse | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1) { 'yes' }"') do set "STALE=%%S"
)
if not defined STALE goto run
where mvn >nul 2>nul
if errorlevel 1 (
    echo quorumbook: Maven is needed to build the workbook: https://maven.apache.org/download.cgi 1>&2
    exit /b 4
)
if not exist "%HOME_DIR%\repl\target" mkdir "%HOME_DIR%\repl\target"
echo quorumbook: building; the first time takes a few minutes 1>&2
if exist "%APP%\lib" rmdir /s /q "%APP%\lib"
type nul > "%HOME_DIR%\repl\target\began"
pushd "%HOME_DIR%"
set "JAVA_HOME=%JDK%"
call mvn -B -ntp -Dmaven.test.skip=true -pl repl,labs/servers/zookeeper,labs/servers/kafka-4,labs/servers/kafka-3 -am package 1>&2
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
    echo quorumbook: the build failed; Maven's words are above. The first build needs the network. 1>&2
    exit /b 4
)
move /y "%HOME_DIR%\repl\target\began" "%STAMP%" >nul

rem ---- the program
:run
set "CLASS_PATH=%APP%\lib\*"
rem a compiler for each that is judged side by side takes 20 MB
set "HEAP=320m"
if /i "%~1"=="grade" set "HEAP=1g"
if not defined TESTCONTAINERS_RYUK_DISABLED set "TESTCONTAINERS_RYUK_DISABLED=true"
"%JDK%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx%HEAP% -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 "-Dquorumbook.home=%HOME_DIR%" %QUORUMBOOK_JAVA_OPTS% -cp "%CLASS_PATH%" quorumbook.repl.Main %*
exit /b %ERRORLEVEL%
