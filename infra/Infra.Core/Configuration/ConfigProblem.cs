namespace Infra.Core.Configuration;

/// <summary>One thing that is wrong in the configuration.</summary>
/// <param name="Path">Where: the full key and the way into its value, for example <c>gpu-inference:pools[1].capacity.max</c>.</param>
/// <param name="Message">What was found; what is allowed; what to do. One line, no full stop.</param>
public sealed record ConfigProblem(string Path, string Message)
{
    /// <summary>Path and message on one line, as <see cref="ConfigProblems.Render"/> prints it.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
