using System.Diagnostics;

namespace DncActors.TestServers.Postgres;

/// <summary>
/// Ends the server and deletes its directory when the tests have ended, however they ended: a shell that waits for the end of its input, which the
/// system closes with the process that holds the other end. (A signal on the parent's death would come when the thread that started it ends.)
/// </summary>
sealed class PostgresGuard : IDisposable
{
    const string Script =
        """
        trap '' INT TERM HUP
        data=$1/data
        signal() {
          for process in /proc/[0-9]*; do
            if [ "$(readlink "$process/cwd")" = "$data" ]; then kill "-$1" "${process#/proc/}"; found=yes; fi
          done
        }
        cat >/dev/null
        signal CONT
        # The server first, as it takes its shared memory with it; whoever is left after that has no server.
        server=$(head -n 1 "$data/postmaster.pid")
        if [ "$(readlink "/proc/$server/cwd")" = "$data" ]; then kill -QUIT "$server"; fi
        for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          found=no
          signal 0
          [ $found = no ] && break
          [ $try -gt 10 ] && signal KILL
          sleep 0.2
        done
        if mountpoint -q "$1"; then umount "$1" || umount -l "$1"; fi
        rm -rf "$1"
        """;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly Process shell;

    public PostgresGuard(string directory)
    {
        shell = Process.Start(new ProcessStartInfo("sh", ["-c", Script, "guard", directory])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
    }

    /// <summary>Ends the server now, and waits until nothing is left of it.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit(Patience);
        shell.Dispose();
    }
}
