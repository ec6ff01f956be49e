using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Reads TOML by lines, and keeps where everything stands. Values are read by <see cref="TomlValues"/>.</summary>
internal sealed class TomlReader
{
    private readonly TomlValues _values;
    private readonly TomlTable _root = new(TomlOrigin.Root, 0);
    private TomlTable _section;

    private TomlReader(string text)
    {
        _values = new TomlValues(text);
        _section = _root;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigSyntaxException">It is broken.</exception>
    public static TomlTable Read(string text)
    {
        var reader = new TomlReader(text);
        while (reader._values.StartLine())
        {
            reader.ReadLine();
        }

        reader._root.End = text.Length;
        return reader._root;
    }

    private void ReadLine()
    {
        int line = _values.LineStart;
        if (_values.TakesHeader(out bool isArray))
        {
            int start = _values.Position;
            List<TomlKey> name = _values.ReadKeys();
            _values.EndHeader(isArray);
            _section = OpenSection(name, isArray, start);
        }
        else
        {
            List<TomlKey> name = _values.ReadKeys();
            AddMember(_section, name, _values, line);
        }

        _values.EndLine();
        _section.NextLine = _values.Position;
        _section.LastLine = line;
    }

    private TomlTable OpenSection(List<TomlKey> name, bool isArray, int start)
    {
        TomlTable table = _root;
        for (int i = 0; i < name.Count - 1; i++)
        {
            table = Step(table, name[i], TomlOrigin.Implied);
        }

        TomlKey last = name[name.Count - 1];
        ConfigNode? existing = table[last.Name];
        if (isArray)
        {
            ConfigNode array = existing ?? new ConfigNode(ConfigKind.Array, start);
            if (existing is null)
            {
                table.Members.Add(new ConfigMember(last.Name, last.Start, array));
            }
            else if (existing.Kind is not ConfigKind.Array || (existing.Items.Count > 0 && existing.Items[0] is not TomlTable { Origin: TomlOrigin.Header }))
            {
                throw _values.Complain($"'{last.Name}' was something else before, not tables in double brackets", last.Start);
            }

            var item = new TomlTable(TomlOrigin.Header, start);
            array.Items.Add(item);
            return item;
        }

        switch (existing)
        {
            case null:
                var made = new TomlTable(TomlOrigin.Header, start);
                table.Members.Add(new ConfigMember(last.Name, last.Start, made));
                return made;
            case TomlTable { Origin: TomlOrigin.Implied } implied:
                implied.Origin = TomlOrigin.Header;
                return implied;
            default:
                throw _values.Complain($"'{last.Name}' is there twice", last.Start);
        }
    }

    /// <summary>Reads the value and adds it; used for lines and for tables in braces alike.</summary>
    internal static void AddMember(TomlTable table, List<TomlKey> name, TomlValues values, int line)
    {
        var passed = new List<TomlTable>();
        for (int i = 0; i < name.Count - 1; i++)
        {
            table = values.Step(table, name[i], TomlOrigin.Dotted);
            table.DottedName = values.Slice(name[0].Start, name[i].End);
            passed.Add(table);
        }

        TomlKey last = name[name.Count - 1];
        if (table[last.Name] is not null)
        {
            throw values.Complain($"'{last.Name}' is there twice", last.Start);
        }

        values.ExpectEquals();
        table.Members.Add(new ConfigMember(last.Name, last.Start, values.ReadValue()));
        foreach (TomlTable dotted in passed)
        {
            dotted.LastLine = line;
            dotted.NextLine = values.Position;
        }
    }

    private TomlTable Step(TomlTable table, TomlKey key, TomlOrigin origin) => _values.Step(table, key, origin);
}
