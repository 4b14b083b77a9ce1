using System.Runtime.InteropServices;

namespace Infra.Benchmarks.Measuring;

/// <summary>What the operating system says about the processes that this one has started and waited for.</summary>
internal static partial class Usage
{
    private const int Children = -1;
    private const int Longs = 18; // struct rusage: two times of two longs each, then fourteen longs, of which the first is the peak
    private const int PeakIndex = 4;

    /// <summary>The largest resident size that any of them, or any that they waited for, ever had. Never less than this process's own size when it started them, about 40 MiB.</summary>
    public static long PeakOfChildrenKiB()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            throw new PlatformNotSupportedException("Peak memory is read with getrusage, which Linux and macOS have.");
        }

        var usage = new long[Longs];
        if (GetResourceUsage(Children, usage) != 0)
        {
            throw new InvalidOperationException($"getrusage failed with error {Marshal.GetLastPInvokeError()}.");
        }

        // Linux counts kibibytes, macOS bytes (getrusage(2) of each).
        return OperatingSystem.IsMacOS() ? usage[PeakIndex] / 1024 : usage[PeakIndex];
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetResourceUsage(int who, [Out] long[] usage);
}
