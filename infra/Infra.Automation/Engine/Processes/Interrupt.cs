using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Infra.Automation.Engine.Processes;

/// <summary>Asks a process to stop, as Ctrl-C does: .NET itself can only kill.</summary>
internal static class Interrupt
{
    /// <summary>The signal's number.</summary>
    public const int Sigint = 2;

    /// <summary>Windows has no signal for a process of another console; there the process is ended, and whoever looks at the stack next finds its lock.</summary>
    public static void Send(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
            return;
        }

        // A process that has ended meanwhile needs no signal.
        _ = Kill(process.Id, Sigint);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
