using Infra.TestKit;

namespace Infra.Architecture.Tests.BuildRule;

/// <summary>The SDK's command line, started as a user or the Pulumi CLI starts it.</summary>
internal static class Dotnet
{
    private static readonly string _program = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<ProcessResult> RunAsync(string folder, params string[] arguments) => RunWithAsync([], folder, arguments);

    public static Task<ProcessResult> RunWithAsync(Dictionary<string, string?> environment, string folder, params string[] arguments)
    {
        // A node that outlives its build keeps the folders of this test busy.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        return ProcessRunner.RunAsync(_program, arguments, folder, environment);
    }

    /// <summary>The value of <c>PulumiSdk</c>, from an evaluation alone: nothing is restored or built.</summary>
    public static async Task<string> PulumiSdkAsync(string folder, string project, string? environment = null)
    {
        var result = await RunWithAsync(new() { ["PulumiSdk"] = environment }, folder, "msbuild", project, "-getProperty:PulumiSdk");
        return result.ExitCode == 0 ? result.Output.Trim() : throw new InvalidOperationException(result.Output + result.Error);
    }
}
