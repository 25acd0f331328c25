@echo off
rem Starts the workshop's tool, and builds it first where it was never built or its sources have changed since. In the
rem learners' edition the tool is there, and only its libraries are fetched.
rem The same as the script `workshop` beside it, which has the reasons.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "lib=%root%\.edgecraft\lib"
set "lock=%root%\.edgecraft\lock"
set "jar=%root%\modules\workshop\target\edgecraft-workshop.jar"
set "edition=%root%\tool\edition.sha256"
set "what=Building the workshop's tool"
if exist "%edition%" set "what=Fetching the libraries of the workshop's tool"
if exist "%edition%" for /r "%root%\tool\repository\edgecraft\edgecraft-workshop" %%J in (*.jar) do set "jar=%%J"
set "waited=0"

rem The JDK: JAVA_HOME, or the one on the PATH (asked where it is, if what is on the PATH is only a stand-in).
set "home=%JAVA_HOME%"
if not defined home for %%J in (java.exe) do if exist "%%~dp$PATH:J..\release" set "home=%%~dp$PATH:J.."
if not defined home for /f "tokens=1,* delims== " %%A in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home"') do set "home=%%B"
if not defined home set "fact=there is no java on your PATH, and JAVA_HOME is not set." & goto nojava
for %%H in ("%home%") do set "home=%%~fH"
set "version=0"
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%home%\release" 2^>nul') do set "version=%%V"
set "version=%version:"=%"
if %version% lss 17 set "fact=the Java in %home% is not a JDK 17 or newer." & goto nojava
if not exist "%home%\bin\javac.exe" set "fact=%home% has no compiler: it is a Java runtime, not a JDK." & goto nojava
set "java=%home%\bin\java.exe"

:look
rem 0: ready, 1: to be built, 2: built, but the argument file is for another place or another JDK; + 4: not a terminal.
powershell -NoProfile -ExecutionPolicy Bypass -Command "Set-Location -LiteralPath $env:root; $state = 0; $built = Get-Item .edgecraft\lib\built -ErrorAction SilentlyContinue; $for = @(Get-Content .edgecraft\lib\judge.args -TotalCount 2 -ErrorAction SilentlyContinue); if ($for[0] -ne ('# root ' + $env:root) -or $for[1] -ne ('# java ' + $env:home)) { $state = 2 }; $paths = 'pom.xml', 'modules\kit\pom.xml', 'modules\kit\src\main', 'modules\fixtures\pom.xml', 'modules\fixtures\src\main', 'modules\workshop\pom.xml', 'modules\workshop\src\main', 'solutions\*\pom.xml', 'solutions\*\src\test'; $sources = @(Get-Item $paths -ErrorAction SilentlyContinue) + @(Get-ChildItem $paths -Recurse -ErrorAction SilentlyContinue); if (Test-Path -LiteralPath $env:edition) { $sources = @(); if ([string](Get-Content -LiteralPath $env:edition -Raw) -cne [string](Get-Content .edgecraft\lib\edition.sha256 -Raw -ErrorAction SilentlyContinue)) { $built = $null } }; if (-not $built -or @($sources | Where-Object { $_.LastWriteTimeUtc -gt $built.LastWriteTimeUtc }).Count) { $state = 1 }; exit ($state + 4 * [int][Console]::IsOutputRedirected)"
set "state=%errorlevel%"
set "terminal=false"
if %state% lss 4 if defined WT_SESSION set "terminal=true"
set /a "state=state %% 4"
if %state%==0 goto start

md "%lock%" 2>nul && goto locked
if not exist "%lock%" echo workshop: cannot write to %root%\.edgecraft, where the built tool belongs.>&2 & echo           Make it writable for your user, or clone the workshop to a place where you may write.>&2 & exit /b 3
if %waited%==0 echo Another workshop is building the tool; waiting for it. If there is none: rmdir "%lock%">&2
set /a "waited+=1"
ping -n 3 127.0.0.1 >nul
goto look

:locked
if %state%==2 if exist "%jar%" goto install
if not exist "%root%\modules\workshop\pom.xml" if not exist "%edition%" set "fact=%lib% is not complete, and there are no sources to build it from." & set "next=Unpack the workshop again, and take your own files along: they are under modules." & goto failed
echo %what% (once; needs the network the first time) ...>&2
set "JAVA_HOME=%home%"
pushd "%root%"
call mvnw.cmd -q -B -Dtool package <nul >"%root%\.edgecraft\build.log" 2>&1
set "result=%errorlevel%"
popd
if not %result%==0 set "fact=the tool was not built. Why: %root%\.edgecraft\build.log" & set "next=If something could not be downloaded: check your connection (and proxy), and run this again." & goto failed

:install
rem What the environment says to other programs must not disturb the judge.
for %%V in (JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH HTTP_PROXY HTTPS_PROXY ALL_PROXY) do set "%%V="
"%java%" -cp "%jar%" edgecraft.workshop.install.Install "%root%"
set "result=%errorlevel%"
rmdir "%lock%"
if not %result%==0 exit /b 3

:start
for %%V in (JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH HTTP_PROXY HTTPS_PROXY ALL_PROXY) do set "%%V="
rem The tool prints UTF-8; the console gets its own code page back afterwards.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "codepage=%%C"
chcp 65001 >nul
"%java%" "@%lib%\judge.args" "-Dedgecraft.root=%root%" "-Dedgecraft.terminal=%terminal%" edgecraft.workshop.Workshop %*
set "result=%errorlevel%"
chcp %codepage% >nul
exit /b %result%

:nojava
echo workshop: %fact%>&2
echo           Install a JDK 17 or newer, for example from https://adoptium.net, and run this again.>&2
exit /b 3

:failed
rmdir "%lock%"
echo workshop: %fact%>&2
echo           %next%>&2
exit /b 3
