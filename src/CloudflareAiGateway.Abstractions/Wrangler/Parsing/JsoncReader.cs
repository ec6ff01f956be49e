
namespace CloudflareAiGateway;

/// <summary>Reads JSON with comments and trailing commas, and keeps where everything stands.</summary>
internal sealed class JsoncReader : ConfigReader
{
    private JsoncReader(string text)
        : base(text)
    {
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigSyntaxException">It is broken, or not an object.</exception>
    public static ConfigNode Read(string text)
    {
        var reader = new JsoncReader(text);
        reader.SkipBlanks();
        if (reader.Here != '{')
        {
            throw reader.Unexpected("'{'");
        }

        ConfigNode root = reader.ReadValue();
        reader.SkipBlanks();
        return reader.IsAtEnd ? root : throw reader.Unexpected("the file's end");
    }

    /// <summary>Where the blanks and comments after a place end.</summary>
    /// <exception cref="ConfigSyntaxException">A comment does not end.</exception>
    public static int SkipBlanks(string text, int offset)
    {
        var reader = new JsoncReader(text) { At = offset };
        reader.SkipBlanks();
        return reader.At;
    }

    private ConfigNode ReadValue()
    {
        switch (Here)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                int start = At;
                string content = ReadQuoted();
                return new ConfigNode(ConfigKind.String, start) { Text = content, End = At };
            default:
                return ReadScalar();
        }
    }

    private ConfigNode ReadObject()
    {
        var node = new ConfigNode(ConfigKind.Table, At++);
        Enter();
        while (true)
        {
            SkipBlanks();
            if (Here == '}')
            {
                break;
            }

            int keyStart = At;
            string key = Here == '"' ? ReadQuoted() : throw Unexpected("a name in double quotes, or '}'");
            SkipBlanks();
            Expect(':');
            SkipBlanks();
            node.Members.Add(new ConfigMember(key, keyStart, ReadValue()));
            if (!TakeComma('}'))
            {
                break;
            }
        }

        Leave();
        node.End = ++At;
        return node;
    }

    private ConfigNode ReadArray()
    {
        var node = new ConfigNode(ConfigKind.Array, At++);
        Enter();
        while (true)
        {
            SkipBlanks();
            if (Here == ']')
            {
                break;
            }

            node.Items.Add(ReadValue());
            if (!TakeComma(']'))
            {
                break;
            }
        }

        Leave();
        node.End = ++At;
        return node;
    }

    /// <summary>Goes past a comma, or stops before the closing bracket.</summary>
    private bool TakeComma(char close)
    {
        SkipBlanks();
        if (Here == ',')
        {
            At++;
            return true;
        }

        return Here == close ? false : throw Unexpected($"',' or '{close}'");
    }

    private void Expect(char c)
    {
        if (Here != c)
        {
            throw Unexpected($"'{c}'");
        }

        At++;
    }

    private ConfigNode ReadScalar()
    {
        int start = At;
        while (Here is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.')
        {
            At++;
        }

        string word = Text.Substring(start, At - start);
        bool isNumber = word.Length > 0 && word[0] is '-' or (>= '0' and <= '9');
        if (word.Length == 0)
        {
            throw Unexpected("a value");
        }

        return word is "true" or "false" or "null" || isNumber
            ? new ConfigNode(ConfigKind.Other, start) { End = At }
            : throw Wrong($"'{word}' is not a value; texts stand in double quotes", start);
    }

    private protected override string ReadEscape()
    {
        int start = At++;
        char c = Here;
        At++;
        return c switch
        {
            '"' or '\\' or '/' => c.ToString(),
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'u' => ReadCodePoint(4, start),
            _ => throw Wrong("An unknown escape stands in a text", start),
        };
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (Here is ' ' or '\t' or '\n' or '\r')
            {
                At++;
            }
            else if (Sees("//"))
            {
                int end = Text.IndexOf('\n', At);
                At = end < 0 ? Text.Length : end;
            }
            else if (Sees("/*"))
            {
                int end = Text.IndexOf("*/", At + 2, System.StringComparison.Ordinal);
                At = end < 0 ? throw Wrong("A comment is not closed", At) : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
