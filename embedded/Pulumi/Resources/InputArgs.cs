using System.Collections.Immutable;

namespace Pulumi;

public abstract class InputArgs
{
    protected InputArgs()
    {
    }

    /// <summary>The values, where they are data instead of properties with [Input].</summary>
    internal virtual ImmutableDictionary<string, object?>? Dictionary => null;
}
