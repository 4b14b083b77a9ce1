using System.Globalization;

namespace Infra.Cli;

/// <summary>What the exit code of every command means. Scripts depend on these numbers.</summary>
internal static class ExitCodes
{
    /// <summary>The command did what it was asked to do.</summary>
    public const int Success = 0;

    /// <summary>The command worked, and found what it was asked to look for.</summary>
    public const int Findings = 1;

    /// <summary>The command line or the environment's configuration is wrong; nothing ran.</summary>
    public const int Usage = 2;

    /// <summary>The program or the engine failed.</summary>
    public const int Failure = 3;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;

    /// <summary>SIGHUP while the engine worked, as shells count it.</summary>
    public const int HungUp = 129;

    /// <summary>SIGTERM while the engine worked, as shells count it.</summary>
    public const int Terminated = 143;

    /// <summary>Every code there is and what it means, for the help and the documentation.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Success, "done"),
        (Findings, "findings or changes, where the command looks for them"),
        (Usage, "wrong usage or configuration"),
        (Failure, "the program or the engine failed"),
        (HungUp, "stopped because the terminal was closed"),
        (Stopped, "stopped by Ctrl-C"),
        (Terminated, "stopped by SIGTERM"),
    ];

    /// <summary>The last section of every command's help.</summary>
    public static string Help => string.Join(Environment.NewLine, [
        "Exit codes:",
        .. All.Select(one => string.Create(CultureInfo.InvariantCulture, $"  {one.Code,3}  {one.Meaning}")),
    ]);
}
