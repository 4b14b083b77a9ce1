namespace Infra.Architecture.Tests.Projects;

/// <summary>One arrow of the layer picture.</summary>
/// <param name="Kind">Another project, a part of the Pulumi SDK, or a package.</param>
/// <param name="Name">The project's or package's name.</param>
/// <param name="Condition">The MSBuild condition it stands under.</param>
/// <param name="Version">A version of its own, which no project may have.</param>
internal sealed record Reference(ReferenceKind Kind, string Name, string? Condition = null, string? Version = null);
