namespace Semver;

/// <summary>The one type of another package that a signature names: what overrides <c>PulumiCommand.Version</c> hands it on and does nothing with it.</summary>
public sealed class SemVersion
{
    internal SemVersion() => throw Pulumi.Automation.SignaturesOnly.Called();
}
