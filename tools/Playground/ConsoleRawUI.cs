using System;
using System.Management.Automation.Host;

namespace CloudflareAiGateway.Playground;

/// <summary>The console's size, and 100 columns where there is no console, so that redirected tables look alike everywhere.</summary>
public sealed class ConsoleRawUI : PSHostRawUserInterface
{
    private const int DefaultWidth = 100;

    public override Size BufferSize
    {
        get => new(Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultWidth : Console.WindowWidth, 400);
        set { }
    }

    public override Size WindowSize { get => BufferSize; set { } }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override string WindowTitle { get; set; } = string.Empty;

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, (ControlKeyStates)0, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }
}
