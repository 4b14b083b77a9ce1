using System.CommandLine;

namespace Infra.Cli.Stacks;

/// <summary>The answer to a question that isn't asked then.</summary>
internal sealed class YesOption : Option<bool>
{
    public YesOption(string description)
        : base("--yes", "-y") => Description = description;
}
