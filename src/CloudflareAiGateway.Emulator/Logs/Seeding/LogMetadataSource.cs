using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes the metadata of made-up rows; the same values are the same object.</summary>
internal sealed class LogMetadataSource
{
    private const int ValuesPerKey = 10;

    private readonly LogStore _store;
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> _keys = [];
    private readonly Dictionary<long, LogMetadata> _made = [];

    public LogMetadataSource(LogStore store, LogSeed seed)
    {
        _store = store;
        _keys.AddRange(seed.Metadata ?? new Dictionary<string, IReadOnlyList<string>>());
        foreach (string key in seed.MetadataKeys ?? [])
        {
            _keys.Add(new(key, [.. Enumerable.Range(0, ValuesPerKey).Select(i => $"{key}-{i}")]));
        }
    }

    /// <summary>Draws metadata; null when there are no keys.</summary>
    public LogMetadata? Draw(ref LogDice dice)
    {
        if (_keys.Count == 0)
        {
            return null;
        }

        long choice = 0;
        foreach (KeyValuePair<string, IReadOnlyList<string>> key in _keys)
        {
            choice = (choice * key.Value.Count) + dice.Below(key.Value.Count);
        }

        if (!_made.TryGetValue(choice, out LogMetadata? metadata))
        {
            metadata = Make(choice);
            _made.Add(choice, metadata);
        }

        return metadata;
    }

    private LogMetadata Make(long choice)
    {
        var members = new Dictionary<string, string>();
        foreach (KeyValuePair<string, IReadOnlyList<string>> key in Enumerable.Reverse(_keys))
        {
            members[key.Key] = key.Value[(int)(choice % key.Value.Count)];
            choice /= key.Value.Count;
        }

        return _store.Share(JsonSerializer.SerializeToElement(members.Reverse().ToDictionary()))!;
    }
}
