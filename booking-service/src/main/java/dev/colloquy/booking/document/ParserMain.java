package dev.colloquy.booking.document;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The parser's own program: reads one document and writes its text to the standard output. Knows no secret and no
 * other file; may hang, run out of memory or die without harm to the service.
 */
final class ParserMain {

    /** Exit codes; the JVM itself ends with 3 when memory runs out. */
    static final int ENCRYPTED = 10;

    static final int UNREADABLE = 11;

    static final int MOST_CHARACTERS = 1_000_000;

    private ParserMain() {}

    /** Takes the format and the path of the document. */
    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        System.setOut(System.err);
        System.exit(run(DocumentFormat.valueOf(arguments[0]), Path.of(arguments[1]), out));
    }

    private static int run(DocumentFormat format, Path file, PrintStream out) throws IOException {
        try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                var in = TikaInputStream.get(file)) {
            var text = new BodyContentHandler(new WriteOutContentHandler(writer, MOST_CHARACTERS));
            return parse(format, in, text);
        }
    }

    private static int parse(DocumentFormat format, TikaInputStream in, ContentHandler text) throws IOException {
        try {
            parserOf(format).parse(in, text, new Metadata(), context());
            return 0;
        } catch (EncryptedDocumentException _) {
            return ENCRYPTED;
        } catch (SAXException | TikaException e) {
            return WriteLimitReachedException.isWriteLimitReached(e) ? 0 : UNREADABLE;
        }
    }

    private static Parser parserOf(DocumentFormat format) {
        return switch (format) {
            case PDF -> new PDFParser();
            case DOC -> new OfficeParser();
            case DOCX -> new OOXMLParser();
        };
    }

    /** The document's own text only: nothing embedded, no forms (XFA is XML from outside), no pictures read. */
    private static ParseContext context() {
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractAcroFormContent(false);
        var office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setUseSAXDocxExtractor(true);
        var context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }
}
