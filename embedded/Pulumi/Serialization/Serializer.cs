using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Embedded;

namespace Pulumi.Serialization;

/// <summary>
/// Turns what a program gives as inputs into a value tree. It never waits: outputs that aren't there yet are left
/// in <see cref="Pending"/>, and the caller waits for all of them and serializes again. So the common case, where
/// everything is there, is a plain recursion without a single task.
/// </summary>
internal sealed class Serializer(string label)
{
    private readonly SerializationPath _path = new(label);
    private List<IOutput>? _pending;

    /// <summary>The resources that the values seen so far depend on.</summary>
    public HashSet<Resource> Dependencies { get; private set; } = [];

    /// <summary>The outputs that have to complete first; with any of them the tree is worthless.</summary>
    public IReadOnlyList<IOutput> Pending => _pending ?? [];

    public bool IsComplete => _pending is null;

    /// <summary>Starts anew. False when there is something <see cref="Pending"/>; that may also be why something was refused.</summary>
    public bool TrySerialize(string key, object? value, out object? tree)
    {
        Reset();
        try
        {
            tree = Serialize(key, value);
        }
        catch (Exception) when (!IsComplete)
        {
            tree = null;
        }

        return IsComplete;
    }

    public void Reset()
    {
        _pending = null;
        _path.Clear();
        Dependencies = [];
    }

    public HashSet<Resource> TakeDependencies()
    {
        var taken = Dependencies;
        if (taken.Count > 0)
            Dependencies = [];
        return taken;
    }

    public object? Serialize(string key, object? value)
    {
        _path.Push(key);
        var tree = Serialize(value);
        _path.Pop();
        return tree;
    }

    /// <summary>Doesn't note what the value depends on.</summary>
    public object? SerializeApart(object? value)
    {
        var noted = Dependencies;
        Dependencies = [];
        var tree = Serialize(value);
        Dependencies = noted;
        return tree;
    }

    public object? Serialize(object? value)
    {
        switch (value)
        {
            case null or string or double or bool:
                return value;
            case int number:
                return (double)number;
            case InputArgs args:
                return SerializeArgs(args);
            case JsonInput json:
                return JsonText.Of(json.Value, this);
            case IOutput output:
                return SerializeOutput(output);
            case IInput input:
                return Serialize(input.Content);
            case IUnion union:
                return Serialize(union.Value);
            case JsonElement element:
                return JsonTrees.FromJson(element);
            case AssetOrArchive:
                return value;
            case Resource resource:
                return SerializeResource(resource);
            case ImmutableDictionary<string, object?> map:
                return SerializeMap(map);
            case IDictionary map:
                return SerializeMap(map);
            case IList list:
                return SerializeList(list);
            case Task:
                throw Refused("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:");
            case Enum when Type.GetTypeCode(value.GetType()) == TypeCode.Int32:
                return (double)(int)value;
            case ValueTuple:
                return null;
            default:
                return SerializeOther(value);
        }
    }

    private object? SerializeOutput(IOutput output)
    {
        if (!output.TryGetObject(out var data))
        {
            (_pending ??= []).Add(output);
            return null;
        }

        data.Resources.AddTo(Dependencies);
        var tree = data.IsKnown ? Serialize("id", data.Value) : UnknownValue.Instance;
        return data.IsSecret ? new SecretValue(tree) : tree;
    }

    private ImmutableDictionary<string, object?> SerializeArgs(InputArgs args)
    {
        if (args.Dictionary is { } dictionary)
            return SerializeMap(dictionary);
        var tree = ImmutableDictionary.CreateBuilder<string, object?>();
        var plan = InputPlan.For(args.GetType());
        foreach (var member in plan.Members)
        {
            if (plan.Read(member, args) is not { } value)
                continue;
            _path.Push(member.Name);
            var element = Serialize(member.Json ? new JsonInput(value) : value);
            _path.Pop();
            if (element is not null)
                tree.Add(member.Name, element);
        }

        return tree.ToImmutable();
    }

    private ImmutableDictionary<string, object?> SerializeMap(ImmutableDictionary<string, object?> map)
    {
        var tree = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in map.Keys.Order(StringComparer.Ordinal))
            AddTo(tree, key, map[key]);
        return tree.ToImmutable();
    }

    private ImmutableDictionary<string, object?> SerializeMap(IDictionary map)
    {
        var tree = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in KeysOf(map))
            AddTo(tree, key as string ?? throw Refused("Dictionaries are only supported with string keys:"), map[key]);
        return tree.ToImmutable();
    }

    /// <summary>Immutable dictionaries have a random order; sorted, the first error is that of the first key.</summary>
    private static object[] KeysOf(IDictionary map)
    {
        var keys = new object[map.Count];
        map.Keys.CopyTo(keys, 0);
        if (map.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
            Array.Sort(keys, static (a, b) => string.CompareOrdinal(a as string, b as string));
        return keys;
    }

    private void AddTo(ImmutableDictionary<string, object?>.Builder tree, string key, object? value)
    {
        if (Serialize(key, value) is { } element)
            tree[key] = element;
    }

    private ImmutableArray<object?> SerializeList(IList list)
    {
        if (IsDefaultArray(list))
            return [];
        var tree = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            _path.Push(i);
            tree.Add(Serialize(list[i]));
            _path.Pop();
        }

        return tree.ToImmutable();
    }

    private ResourceReference? SerializeResource(Resource resource)
    {
        Dependencies.Add(resource);
        return Serialize("urn", resource.Urn) is string urn ? new ResourceReference(urn) : null;
    }

    private object? SerializeOther(object value)
    {
        var plan = ValuePlan.For(value.GetType());
        if (plan is null)
            throw Refused($"{value.GetType().FullName} is not a supported argument type.");
        if (plan.ReadScalar is { } readScalar)
            return readScalar(value);
        if (plan.Problem is { } problem)
            throw Refused(problem);
        var tree = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, read) in plan.Fields)
            tree[name] = Serialize(name, read(value));
        return tree.ToImmutable();
    }

    private static bool IsDefaultArray(IList list)
    {
        if (!list.GetType().IsValueType)
            return false;
        try
        {
            return list.Count == 0;
        }
        catch (InvalidOperationException)
        {
            return true; // ImmutableArray<T> that was never initialised
        }
    }

    private InvalidOperationException Refused(string message) => new($"{message}\n\t{_path}");
}
