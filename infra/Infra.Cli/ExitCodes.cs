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

    public const string Help = """
        Exit codes:
          0  done
          1  findings or changes, where the command looks for them
          2  wrong usage or configuration
          3  the program or the engine failed
        """;
}
