using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

/// <param name="Kubernetes">
/// The layout that Pulumi's schema calls <c>kubernetes20</c>: its own namespaces, a base class for resources, arguments that are
/// never demanded by the constructor, outputs that are never null.
/// </param>
internal sealed record PackageSchema(
    string Name,
    string Version,
    bool Kubernetes,
    Naming Naming,
    IReadOnlyList<PropertySchema> ProviderInputs,
    IReadOnlyList<PropertySchema> ProviderOutputs,
    IReadOnlyList<ResourceSchema> Resources,
    IReadOnlyList<FunctionSchema> Functions,
    IReadOnlyDictionary<string, ObjectSchema> Objects,
    IReadOnlyDictionary<string, EnumSchema> Enums);
