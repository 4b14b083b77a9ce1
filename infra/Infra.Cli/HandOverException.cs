namespace Infra.Cli;

/// <summary>Everything that this program can do is done; the script starts the other one, with the same command line.</summary>
internal sealed class HandOverException(int exitCode) : Exception("the script starts the program that the Pulumi engine can run")
{
    /// <summary>What the script has asked for.</summary>
    public int ExitCode { get; } = exitCode;
}
