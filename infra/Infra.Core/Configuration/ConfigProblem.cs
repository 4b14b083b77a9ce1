namespace Infra.Core.Configuration;

/// <summary>One thing that is wrong in the configuration.</summary>
/// <param name="Path">Where: the full key and the way into its value, for example <c>gpu-inference:pools[1].capacity.max</c>.</param>
/// <param name="Found">What was found; what is allowed; what to do. One line, no full stop.</param>
/// <param name="Notation">How to write the value in a file, where that is the mistake: on a command line something else may be true.</param>
public sealed record ConfigProblem(string Path, string Found, string? Notation = null)
{
    /// <summary>All that a user reads beside the path.</summary>
    public string Message => Notation is null ? Found : $"{Found}; {Notation}";

    /// <summary>Path and message on one line, as <see cref="ConfigProblems.Render"/> prints it.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
