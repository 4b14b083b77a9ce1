using Infra.Automation.Yaml;

namespace Infra.Automation.Promotion;

/// <summary>Makes a map of one document say what that of another says, with the fewest edits: what is the same stays as it is written, comments and order too.</summary>
internal sealed class MapMerge(YamlSource source, YamlSource target, YamlEdits edits, ICollection<string> problems)
{
    private readonly YamlPaste _paste = new(source, target.NewLine);

    /// <param name="from">The map that says how it should be.</param>
    /// <param name="to">The map that changes.</param>
    /// <param name="path">Where it is, for people.</param>
    /// <param name="isChosen">Which of its keys change; the others stay.</param>
    public void Merge(YamlPlace.Map from, YamlPlace.Map to, string path, Func<string, bool> isChosen)
    {
        var wanted = source.Entries(from).Where(entry => isChosen(entry.Key)).ToList();
        var present = target.Entries(to).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var inserts = new List<(string? After, string Key, YamlPlace Value)>();
        string? before = null;
        foreach (var (key, value) in wanted)
        {
            var own = to.Own(key);
            if (present.TryGetValue(key, out var now) && YamlValues.Same(source, value, target, now))
            {
                before = own is null ? before : key;
                continue;
            }
            if (own is null)
            {
                inserts.Add((before ?? LastThatStays(to, wanted, isChosen), key, value));
                continue;
            }

            Change(to, key, own, value, $"{path}.{key}");
            before = key;
        }

        // Behind what changes within the value that they follow.
        foreach (var (after, key, value) in inserts)
        {
            Insert(to, after, key, value);
        }

        foreach (var key in present.Keys.Where(key => isChosen(key) && wanted.TrueForAll(entry => entry.Key != key)))
        {
            Remove(to, key, $"{path}.{key}", stays: name => !isChosen(name) || wanted.Exists(entry => entry.Key == name));
        }
    }

    private void Change(YamlPlace.Map to, string key, YamlPlace now, YamlPlace value, string path)
    {
        if (target.IsShared(now))
        {
            problems.Add($"{path}: has an anchor that other values refer to, which would change with it; write those values out first");
            return;
        }
        if (now is YamlPlace.Map map && source.Resolve(value) is YamlPlace.Map wanted && source.Entries(wanted).Any(entry => map.Own(entry.Key) is not null))
        {
            Merge(wanted, map, path, _ => true);
            return;
        }

        var (name, _) = to.Entries.First(entry => entry.Key.Value == key);
        var colon = target.Text.IndexOf(':', name.End);
        var text = to.IsFlow ? $" {_paste.InLine(value)}" : _paste.AfterKey(value, target.Column(name.Start));
        if (text.StartsWith(' ') && now.End > now.Start && now is not (YamlPlace.Map { IsFlow: false } or YamlPlace.List { IsFlow: false }))
        {
            edits.Replace(now.Start, now.End, text[1..]);
        }
        else if (!text.StartsWith(' ') && now is YamlPlace.List { IsFlow: false } && now.Anchor is null)
        {
            // What stands behind the key, a comment, stays there.
            edits.Replace(target.LineStart(now.Start), now.End, text[target.NewLine.Length..]);
        }
        else
        {
            edits.Replace(colon + 1, now.End, text);
        }
    }

    private void Insert(YamlPlace.Map to, string? after, string key, YamlPlace value)
    {
        var previous = to.Entries.First(entry => entry.Key.Value == after || after is null);
        var end = Math.Max(previous.Value.End, previous.Key.End);
        if (to.IsFlow)
        {
            edits.Insert(end, $", {YamlPaste.Key(key)}: {_paste.InLine(value)}");
            return;
        }

        var column = target.Column(to.Entries[0].Key.Start);
        edits.InsertLine(target, end, $"{new string(' ', column)}{YamlPaste.Key(key)}:{_paste.AfterKey(value, column)}");
    }

    private void Remove(YamlPlace.Map to, string key, string path, Func<string, bool> stays)
    {
        var at = to.Entries.ToList().FindIndex(entry => entry.Key.Value == key);
        if (at < 0)
        {
            problems.Add($"{path}: comes with an anchor that is merged here, and can't be taken away alone; write the values out first");
            return;
        }

        var (name, value) = to.Entries[at];
        if (target.IsShared(value))
        {
            problems.Add($"{path}: has an anchor that other values refer to; write those values out first");
        }
        else if (to.IsFlow)
        {
            // With the comma before it, or the one behind it where nothing before it stays.
            var isFirst = !to.Entries.Take(at).Any(entry => stays(entry.Key.Value));
            edits.Replace(isFirst ? name.Start : to.Entries[at - 1].Value.End, isFirst ? to.Entries[at + 1].Key.Start : value.End, "");
        }
        else if (target.IsFirstOnLine(name.Start))
        {
            var end = target.Text.IndexOf('\n', Math.Max(value.End, name.End));
            edits.Replace(target.LineStart(name.Start), end < 0 ? target.Text.Length : end + 1, "");
        }
        else
        {
            // Behind the dash of a list: the next key takes its place. A model keeps its name, so there is one.
            edits.Replace(name.Start, to.Entries[at + 1].Key.Start, "");
        }
    }

    private static string? LastThatStays(YamlPlace.Map to, IReadOnlyCollection<(string Key, YamlPlace Value)> wanted, Func<string, bool> isChosen) =>
        to.Entries.Select(entry => entry.Key.Value).LastOrDefault(key => !isChosen(key) || wanted.Any(entry => entry.Key == key));
}
