using System.Globalization;
using Infra.Automation.Engine;
using Infra.Automation.Failures;

namespace Infra.Cli;

/// <summary>This build can't start the Pulumi engine: it looks whether anything is in the way, and hands over to the build that can.</summary>
internal static class EngineSource
{
    /// <summary>What the script sets: the exit code that asks it to go on with the other program.</summary>
    public const string HandOver = "GPU_INFERENCE_HAND_OVER";

    /// <summary>Whether another process has read the environment before this one.</summary>
    public static bool IsSecondProcess => false;

    /// <exception cref="StackFailureException">There is no Pulumi command line.</exception>
    /// <exception cref="HandOverException">Nothing is in the way.</exception>
    /// <exception cref="UsageException">Nobody is there to hand over to.</exception>
    public static Task<IStackEngine> OpenAsync(ProjectFolder folder, CancellationToken stop) => Open(Environment.GetEnvironmentVariable);

    internal static Task<IStackEngine> Open(Func<string, string?> variable)
    {
        if (!IsOnPath(variable("PATH") ?? "", "pulumi"))
        {
            throw new StackFailureException([new EngineMissing()]);
        }
        throw int.TryParse(variable(HandOver), NumberStyles.None, CultureInfo.InvariantCulture, out var exitCode)
            ? new HandOverException(exitCode)
            : new UsageException("this build has an engine of its own and can't start Pulumi's", "Start the command with ./run, which then builds the program that can.");
    }

    private static bool IsOnPath(string path, string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))));
    }
}
