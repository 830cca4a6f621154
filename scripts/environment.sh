# Sourced by the other scripts: makes a virtual environment under build/ without touching anything else.
# Needs Python >= 3.11 with pip, or with the venv module whole; PYTHON names another interpreter.

find_python() {
    for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "No Python >= 3.11 is on the path. Install one, or name it: PYTHON=/path/to/python3 $0" >&2
    return 1
}

# make_environment FOLDER: a fresh or kept environment, its interpreter in $python and its pip in $pip
make_environment() {
    outer=$(find_python)
    python=$1/bin/python
    if ! "$python" -c '' 2>/dev/null; then
        rm -rf "$1"
        # Debian parts ensurepip from Python; pip can then install from outside
        "$outer" -m venv "$1" >/dev/null 2>&1 || { rm -rf "$1"; "$outer" -m venv --without-pip "$1"; }
    fi
    if "$python" -m pip --version >/dev/null 2>&1; then
        pip="$python -m pip"
    else
        pip="$outer -m pip --python $python"
    fi
    PIP_DISABLE_PIP_VERSION_CHECK=1
    export PIP_DISABLE_PIP_VERSION_CHECK
}
