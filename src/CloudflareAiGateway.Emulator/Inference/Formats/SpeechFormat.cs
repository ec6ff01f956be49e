using System;
using System.Buffers.Binary;

namespace CloudflareAiGateway.Emulator;

/// <summary>Models that speak: the answer is sound. It is a tone that lasts as long as the text, and no voice.</summary>
internal sealed class SpeechFormat : IModelFormat
{
    public static readonly SpeechFormat Instance = new();

    private const int SamplesPerSecond = 8000;
    private const int SamplesPerCharacter = SamplesPerSecond / 20;
    private const int HeaderSize = 44;

    public string RequestType => "audio";

    public ModelPrompt Read(ModelInput input)
    {
        // The text is called otherwise by each provider: OpenAI, ElevenLabs and Deepgram, Cartesia, Workers AI.
        string? text = input.Json is { } body ? body.Text("input") ?? body.Text("text") ?? body.Text("transcript") ?? body.Text("prompt") : null;
        return new ModelPrompt
        {
            Model = input.Model ?? input.Json?.Text("model") ?? input.Json?.Text("model_id") ?? string.Empty,
            Text = text ?? string.Empty,
            AllText = text ?? string.Empty,
            TokensIn = TokenCount.Of(text ?? string.Empty),
            Refusal = text is null ? new ProviderRefusal(400, "Missing required parameter: 'input'.", "missing_required_parameter") : null,
        };
    }

    public ProviderReply Answer(ModelPrompt prompt, ModelInput input, DateTimeOffset now) => new()
    {
        ContentType = "audio/wav",
        Body = Speak(prompt.Text),
        TokensIn = prompt.TokensIn,
        TokensOut = 0,
    };

    public ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);

    /// <summary>A WAV file: 8-bit samples, one channel.</summary>
    private static byte[] Speak(string text)
    {
        int samples = Math.Max(text.Length, 1) * SamplesPerCharacter;
        byte[] file = new byte[HeaderSize + samples];
        Span<byte> header = file.AsSpan(0, HeaderSize);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], SamplesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], samples);
        var dice = new LogDice(LogId.BitsOf(text));
        int pitch = 20 + dice.Below(20);
        for (int i = 0; i < samples; i++)
        {
            file[HeaderSize + i] = (byte)(128 + (100 * Math.Sin(2 * Math.PI * i / pitch)));
        }

        return file;
    }
}
