namespace Infra.Architecture.Tests.Projects;

internal enum ReferenceKind
{
    Project,
    Pulumi,
    Package,
}
