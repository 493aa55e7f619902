# Sourced by ./start, ./test and ./benchmark: looks for what has to be on the machine and says plainly what is missing.

# Sets JAVA_HOME to a JDK 25 or newer, also where an older one is the machine's default.
find_jdk() {
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
        major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${major:-0}" -ge 25 ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    echo "$(basename "$0"): JDK 25 or newer is needed and none was found; install one or set JAVA_HOME" >&2
    exit 1
}

# require_command NAME WHY
require_command() {
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "$(basename "$0"): $1 is missing: $2" >&2
    exit 1
}

# Go's own installer puts it where few PATHs lead.
find_go() {
    command -v go >/dev/null 2>&1 || PATH=$PATH:/usr/local/go/bin
}

# node_fits FOLDER: whether a Node there is new enough to build the pages
node_fits() {
    [ -x "$1/node" ] && "$1/node" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# Puts a fitting Node first on PATH, also where an older one is the machine's default. npm may be any.
find_node() {
    for folder in "$(dirname "$(command -v node || echo node)")" "$XDG_CACHE_HOME/order-trace-portal/node/node_modules/node/bin" \
        /usr/local/bin /opt/homebrew/bin /opt/homebrew/opt/node*/bin /usr/local/opt/node*/bin "$HOME"/.volta/bin \
        "$HOME"/.nvm/versions/node/*/bin "$HOME"/.local/share/fnm/node-versions/*/installation/bin; do
        if node_fits "$folder"; then
            PATH=$folder:$PATH
            export PATH
            return 0
        fi
    done
    return 1
}

# The same, or a clear end.
require_node() {
    require_command npm "it builds the browser pages; it comes with Node 20.19 or newer"
    find_node && return 0
    echo "$(basename "$0"): Node 20.19 or newer is needed to build the browser pages and none was found" >&2
    exit 1
}

# Where the build and the launcher keep downloads and slow builds; Java would ask the user database for the home.
XDG_CACHE_HOME=${XDG_CACHE_HOME:-$HOME/.cache}
export XDG_CACHE_HOME
