using System.Collections.Generic;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>Where the generated types live and what they are called.</summary>
internal sealed class Naming
{
    private readonly string _root;
    private readonly bool _kubernetes;
    private readonly IReadOnlyDictionary<string, string> _namespaces;

    public Naming(string package, bool kubernetes, IReadOnlyDictionary<string, string> namespaces)
    {
        Package = namespaces.TryGetValue(package, out var name) ? name : Pascal(package);
        _root = "Pulumi." + Package;
        _kubernetes = kubernetes;
        _namespaces = namespaces;
    }

    /// <summary>The package's name in C#.</summary>
    public string Package { get; }

    public string Root => _root;

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Resources, functions and enums.</summary>
    public string Declarations(Token token) => Join(_root, ModuleNamespace(token.Module));

    /// <summary>Arguments of a resource: beside it, except in the layout of the Kubernetes package.</summary>
    public string ResourceArguments(Token token) => _kubernetes ? Inputs(token) : Declarations(token);

    public string Inputs(Token token) => _kubernetes
        ? Join(_root + ".Types.Inputs", ModuleNamespace(token.Module))
        : Declarations(token) + ".Inputs";

    public string Outputs(Token token) => _kubernetes
        ? Join(_root + ".Types.Outputs", ModuleNamespace(token.Module))
        : Declarations(token) + ".Outputs";

    private string ModuleNamespace(string module) =>
        _namespaces.TryGetValue(module, out var name) ? name : module.Length == 0 ? "" : Pascal(module);

    private static string Join(string left, string right) => right.Length == 0 ? left : left + "." + right;
}
