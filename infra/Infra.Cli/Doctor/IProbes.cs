namespace Infra.Cli.Doctor;

/// <summary>What a check may do outside this process.</summary>
internal interface IProbes
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name on the <c>PATH</c>.</param>
    /// <param name="arguments">What it is given; never a secret.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>What it said; null where it isn't installed.</returns>
    Task<ProgramAnswer?> RunAsync(string program, IReadOnlyList<string> arguments, string folder, CancellationToken stop);

    /// <summary>Opens a TCP connection and closes it.</summary>
    /// <returns>Null where somebody answers; else why not.</returns>
    Task<string?> ConnectAsync(string host, int port, CancellationToken stop);

    /// <summary>The text of a file; null where there is none that can be read.</summary>
    string? ReadText(string path);
}
