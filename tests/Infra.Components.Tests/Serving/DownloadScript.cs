using Infra.Components.Serving;
using Infra.TestKit;

namespace Infra.Components.Tests.Serving;

/// <summary>The script of a model's init container, run in a real shell with a tool that only pretends to download.</summary>
internal static class DownloadScript
{
    /// <summary>Runs it with the model's directory at <c>model</c> below the folder.</summary>
    public static async Task<ProcessResult> RunAsync(
        TemporaryFolder folder, InferenceServiceArgs args, string tool, string toolScript, Dictionary<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs a POSIX shell");
        }

        Directory.CreateDirectory(folder.Combine("model"));
        File.SetUnixFileMode(folder.Write($"bin/{tool}", toolScript), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        environment["PATH"] = $"{folder.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        environment["MODEL_DIRECTORY"] = folder.Combine("model");
        var command = (await ServingSamples.PodAsync(args)).SelectToken("initContainers[0].command")!.Select(word => (string)word!).ToArray();
        return await ProcessRunner.RunAsync(command[0], command[1..], folder.Path, environment);
    }

    /// <summary>The files of the model's directory.</summary>
    public static IEnumerable<string> Files(TemporaryFolder folder)
    {
        var model = folder.Combine("model");
        return Directory.EnumerateFiles(model, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(model, file));
    }
}
