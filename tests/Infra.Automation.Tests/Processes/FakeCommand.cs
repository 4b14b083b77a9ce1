namespace Infra.Automation.Tests.Processes;

/// <summary>A program in the place of Pulumi's command line: a script that is started, asked to stop and waited for as the real one is.</summary>
internal sealed class FakeCommand : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-command-");

    public FakeCommand(string script)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "pulumi");
        File.WriteAllText(Path, $"#!/bin/bash\n{script}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
