namespace Pulumi;

internal sealed record DeploymentSettings(string Organization, string Project, string Stack, string? RootDirectory, bool IsPreview);
