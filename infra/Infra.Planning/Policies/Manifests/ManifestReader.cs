using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;
using Infra.Planning.Model;
using Infra.Planning.Policies.Subjects;
using YamlDotNet.Core;

namespace Infra.Planning.Policies.Manifests;

/// <summary>Reads plain manifests into the form of a plan, so that the same rules hold for both: several documents in a file, and Lists.</summary>
public sealed partial class ManifestReader
{
    private const string Stack = "manifests";

    private readonly List<PlannedResource> _resources = [];
    private readonly ImmutableDictionary<Urn, string>.Builder _locations = ImmutableDictionary.CreateBuilder<Urn, string>();
    private readonly List<string> _problems = [];
    private readonly List<string> _leftOut = [];

    private ManifestReader()
    {
    }

    /// <summary>What the files hold.</summary>
    /// <param name="name">The folder, as a user knows it.</param>
    /// <param name="files">The files.</param>
    public static ManifestContent Read(string name, IEnumerable<ManifestText> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var reader = new ManifestReader();
        foreach (var file in files)
        {
            reader.Add(file);
        }

        var plan = new Plan { Project = Stack, Stack = Stack, Resources = [.. reader._resources] };
        return new ManifestContent(new PolicyInput(name, plan) { IsManifests = true, Locations = reader._locations.ToImmutable() }, [.. reader._problems], [.. reader._leftOut]);
    }

    private void Add(ManifestText file)
    {
        if (Template().Match(file.Text) is { Success: true } match)
        {
            var line = file.Text.AsSpan(0, match.Index).Count('\n') + 1;
            _problems.Add($"{file.File}:{line}: this is a Helm template, not a manifest; render it first: helm template RELEASE CHART --output-dir DIR");
            return;
        }

        try
        {
            foreach (var (line, value) in YamlValues.Read(file.Text))
            {
                AddDocument($"{file.File}:{line}", new Field("", value));
            }
        }
        catch (YamlException e)
        {
            _problems.Add($"{file.File}:{e.Start.Line}: not YAML: {Shown.Line(e.InnerException?.Message ?? e.Message)}");
        }
    }

    private void AddDocument(string location, Field document)
    {
        var (version, kind) = (document["apiVersion"].Text, document["kind"].Text);
        if (version is null && kind is null)
        {
            _leftOut.Add(location);
        }
        else if (version is null || kind is null)
        {
            _problems.Add($"{location}: {(version is null ? "apiVersion" : "kind")} is missing; an object has both");
        }
        else if (!Version().IsMatch(version) || !Kind().IsMatch(kind))
        {
            _problems.Add($"{location}: {Shown.Quoted($"{version} {kind}")} is no kind of object");
        }
        else if (kind.EndsWith("List", StringComparison.Ordinal) && document["items"].Value is PlanValue.List)
        {
            foreach (var item in document["items"].Items)
            {
                AddDocument(location, item with { Path = "" });
            }
        }
        else if (document.Value is PlanValue.Object { Properties: var properties })
        {
            AddObject(location, version, kind, document, properties);
        }
    }

    private void AddObject(string location, string version, string kind, Field document, ValueMap properties)
    {
        var metadata = document["metadata"];
        var name = $"{metadata["namespace"].Text}/{metadata["name"].Text ?? metadata["generateName"].Text ?? "unnamed"}".TrimStart('/');
        var type = $"kubernetes:{(version.Contains('/', StringComparison.Ordinal) ? version : $"core/{version}")}:{kind}";
        var urn = Urn.Parse($"urn:pulumi:{Stack}::{Stack}::{type}::{name}");
        // The same object in a second file.
        for (var number = 2; _locations.ContainsKey(urn); number++)
        {
            urn = Urn.Parse($"urn:pulumi:{Stack}::{Stack}::{type}::{name}#{number}");
        }

        _locations.Add(urn, location);
        _resources.Add(new PlannedResource { Urn = urn, Inputs = properties });
    }

    // What only Helm knows: alerts and dashboards have templates of their own.
    [GeneratedRegex(@"\{\{[^{}]*(?:\.Values\b|\.Release\.|\.Chart\.|\.Capabilities\.|\binclude\s+"")", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    [GeneratedRegex(@"\A(?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
