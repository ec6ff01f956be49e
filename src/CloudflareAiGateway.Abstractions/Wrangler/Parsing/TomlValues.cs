using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Reads what stands in a line of TOML: names and values.</summary>
internal sealed class TomlValues : TomlTexts
{
    /// <summary>Takes the text.</summary>
    public TomlValues(string text)
        : base(text)
    {
    }

    /// <summary>Where the reader is.</summary>
    public int Position => At;

    /// <summary>Where the line that is being read begins.</summary>
    public int LineStart { get; private set; }

    /// <summary>Goes to the next line that says something.</summary>
    /// <returns>Whether there is one.</returns>
    public bool StartLine()
    {
        LineStart = At;
        SkipBlanks();
        while (Here is '#' or '\r' or '\n')
        {
            EndLine();
            LineStart = At;
            SkipBlanks();
        }

        return !IsAtEnd;
    }

    /// <summary>Goes past the rest of a line: blanks, a comment and the line's end.</summary>
    /// <exception cref="ConfigSyntaxException">Something else stands there.</exception>
    public void EndLine()
    {
        SkipBlanks();
        SkipComment();
        if (Sees("\r\n"))
        {
            At += 2;
        }
        else if (Here == '\n')
        {
            At++;
        }
        else if (!IsAtEnd)
        {
            throw Unexpected("the line's end");
        }
    }

    /// <summary>Goes past the opening brackets of a table's own line.</summary>
    /// <param name="isArray">Whether they are double.</param>
    /// <returns>Whether there were any.</returns>
    public bool TakesHeader(out bool isArray)
    {
        isArray = Sees("[[");
        if (Here != '[')
        {
            return false;
        }

        At += isArray ? 2 : 1;
        SkipBlanks();
        return true;
    }

    /// <summary>Goes past the closing brackets.</summary>
    public void EndHeader(bool isArray)
    {
        string close = isArray ? "]]" : "]";
        if (!Sees(close))
        {
            throw Unexpected($"'{close}'");
        }

        At += close.Length;
    }

    /// <summary>Reads a name, dotted or not.</summary>
    public List<TomlKey> ReadKeys()
    {
        var name = new List<TomlKey>();
        while (true)
        {
            SkipBlanks();
            int start = At;
            string part = Here switch
            {
                '"' => ReadQuoted(),
                '\'' => ReadLiteral(),
                _ => ReadBare(),
            };
            name.Add(new TomlKey(part, start, At));
            SkipBlanks();
            if (Here != '.')
            {
                return name;
            }

            At++;
        }
    }

    /// <summary>Goes past the equals sign between name and value.</summary>
    public void ExpectEquals()
    {
        if (Here != '=')
        {
            throw Unexpected("'='");
        }

        At++;
        SkipBlanks();
    }

    /// <summary>Reads a value.</summary>
    public ConfigNode ReadValue()
    {
        int start = At;
        switch (Here)
        {
            case '"':
                return new ConfigNode(ConfigKind.String, start) { Text = Sees("\"\"\"") ? ReadLong('"') : ReadQuoted(), End = At };
            case '\'':
                return new ConfigNode(ConfigKind.String, start) { Text = Sees("'''") ? ReadLong('\'') : ReadLiteral(), End = At };
            case '[':
                return ReadArray();
            case '{':
                return ReadInline();
            default:
                return ReadScalar();
        }
    }

    /// <summary>The table of a name's part; made when it is not there.</summary>
    /// <exception cref="ConfigSyntaxException">Something else has that name.</exception>
    public TomlTable Step(TomlTable table, TomlKey key, TomlOrigin origin)
    {
        switch (table[key.Name])
        {
            case null:
                var made = new TomlTable(origin, key.Start);
                table.Members.Add(new ConfigMember(key.Name, key.Start, made));
                return made;
            case TomlTable { Origin: not TomlOrigin.Inline } found:
                return found;
            case { Kind: ConfigKind.Array, Items: { Count: > 0 } items } when items[items.Count - 1] is TomlTable { Origin: TomlOrigin.Header } last:
                return last;
            default:
                throw Wrong($"'{key.Name}' is not a table that could be added to", key.Start);
        }
    }

    /// <summary>A piece of the text.</summary>
    public string Slice(int start, int end) => Text.Substring(start, end - start);

    /// <summary>Makes a complaint.</summary>
    public ConfigSyntaxException Complain(string problem, int offset) => Wrong(problem, offset);

    private TomlTable ReadInline()
    {
        var table = new TomlTable(TomlOrigin.Inline, At++);
        Enter();
        while (true)
        {
            SkipLines();
            if (Here == '}')
            {
                break;
            }

            TomlReader.AddMember(table, ReadKeys(), this, LineStart);
            table.LastMemberEnd = At;
            table.HasLastComma = false;
            SkipLines();
            if (Here == ',')
            {
                At++;
                table.LastMemberEnd = At;
                table.HasLastComma = true;
            }
            else if (Here != '}')
            {
                throw Unexpected("',' or '}'");
            }
        }

        Leave();
        Close(table);
        table.End = ++At;
        return table;
    }

    /// <summary>What stands in braces is finished: tables by dotted names in there belong to the braces.</summary>
    private static void Close(TomlTable table)
    {
        foreach (ConfigMember member in table.Members)
        {
            if (member.Value is TomlTable { Origin: TomlOrigin.Dotted } dotted)
            {
                dotted.NextLine = 0;
                Close(dotted);
            }
        }
    }

    private ConfigNode ReadArray()
    {
        var node = new ConfigNode(ConfigKind.Array, At++);
        Enter();
        while (true)
        {
            SkipLines();
            if (Here == ']')
            {
                break;
            }

            node.Items.Add(ReadValue());
            SkipLines();
            if (Here == ',')
            {
                At++;
            }
            else if (Here != ']')
            {
                throw Unexpected("',' or ']'");
            }
        }

        Leave();
        node.End = ++At;
        return node;
    }

    private ConfigNode ReadScalar()
    {
        int start = At;
        while (Here is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.' or '_' or ':')
        {
            At++;

            // A date and a time may have a blank between them.
            if (Here == ' ' && At - start == 10 && Text[start + 4] == '-' && At + 1 < Text.Length && char.IsDigit(Text[At + 1]))
            {
                At++;
            }
        }

        string word = Slice(start, At);
        if (word.Length == 0)
        {
            throw Unexpected("a value");
        }

        bool isNumber = char.IsDigit(word[0]) || word[0] is '+' or '-';
        return word is "true" or "false" or "inf" or "nan" || isNumber
            ? new ConfigNode(ConfigKind.Other, start) { End = At }
            : throw Wrong($"'{word}' is not a value; texts stand in quotes", start);
    }

    private string ReadBare()
    {
        int start = At;
        while (Here is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
        {
            At++;
        }

        return At > start ? Slice(start, At) : throw Unexpected("a name");
    }

    private void SkipBlanks()
    {
        while (Here is ' ' or '\t')
        {
            At++;
        }
    }

    private void SkipComment()
    {
        if (Here != '#')
        {
            return;
        }

        while (!IsAtEnd && Here != '\n' && !Sees("\r\n"))
        {
            At++;
        }
    }

    private void SkipLines()
    {
        while (Here is ' ' or '\t' or '\n' or '\r' or '#')
        {
            SkipComment();
            if (Here is ' ' or '\t' or '\n' or '\r')
            {
                At++;
            }
        }
    }
}
