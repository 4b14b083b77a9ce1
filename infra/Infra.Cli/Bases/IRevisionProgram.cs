namespace Infra.Cli.Bases;

/// <summary>The program of another revision, in a process of its own.</summary>
internal interface IRevisionProgram
{
    /// <summary>Runs <c>./run</c> of a folder to its end.</summary>
    /// <param name="progress">Gets each line that the program says beside its result.</param>
    /// <returns>Its exit code and standard output.</returns>
    Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyList<string> arguments, Action<string> progress, CancellationToken stop);
}
