package dev.colloquy.session.results;

import dev.colloquy.session.interview.InterviewView;
import java.util.List;

record InterviewPage(List<InterviewView> items, int page, int size, long total) {}
