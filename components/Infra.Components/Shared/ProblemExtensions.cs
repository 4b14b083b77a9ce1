using Infra.Core.Configuration;
using Pulumi;

namespace Infra.Components.Shared;

/// <summary>How a component refuses its arguments.</summary>
internal static class ProblemExtensions
{
    /// <summary>Throws one exception with all problems, without a stack trace; does nothing without problems.</summary>
    public static void ThrowAt(this ConfigProblems problems, ComponentResource component, string type)
    {
        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(type), component, hideStack: true);
        }
    }
}
